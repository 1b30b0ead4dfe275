package dev.likeness.access.problem;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;

/** What a value must be, in words for whoever sent it. */
final class WantedType {

    private record Words(Predicate<Class<?>> fits, String words) {}

    private static final List<Words> WORDS = List.of(
            new Words(List.of(Byte.class, Short.class, Integer.class, Long.class)::contains, "a whole number"),
            new Words(Number.class::isAssignableFrom, "a number"),
            new Words(Boolean.class::equals, "true or false"),
            new Words(UUID.class::equals, "a UUID"),
            new Words(CharSequence.class::isAssignableFrom, "a text"),
            new Words(Duration.class::equals, "a duration such as PT5M"),
            new Words(Temporal.class::isAssignableFrom, "a time such as 2026-01-31T12:00:00Z"),
            new Words(type -> type.isArray() || Collection.class.isAssignableFrom(type), "a list"));

    private WantedType() {}

    static String of(Class<?> raw) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(raw);
        if (type.isEnum()) {
            return "one of " + Stream.of(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        Optional<String> words = WORDS.stream().filter(entry -> entry.fits().test(type)).map(Words::words).findFirst();
        return words.orElse(
                type.getPackageName().startsWith("java.") ? "of another form" : "an object of the documented form");
    }
}
