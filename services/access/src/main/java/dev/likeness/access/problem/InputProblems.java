package dev.likeness.access.problem;

import dev.likeness.access.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** What is wrong with a request, by the names that its sender knows; values are never repeated. */
final class InputProblems {

    private final String service;

    InputProblems(String service) {
        this.service = service;
    }

    Problem invalid(WebExchangeBindException invalid) {
        return invalid(invalid.getAllErrors().stream().map(InputProblems::entry).toList());
    }

    Problem invalid(HandlerMethodValidationException invalid) {
        return invalid(invalid.getParameterValidationResults().stream().flatMap(InputProblems::entries).toList());
    }

    Problem unreadable(ServerWebInputException failure) {
        if (failure instanceof MissingRequestValueException missing) {
            return bad("missing-parameter", "Something is missing",
                    "The " + missing.getLabel() + " \"" + missing.getName() + "\" is missing.")
                    .with("field", missing.getName());
        }
        Optional<JacksonException> json = cause(failure, JacksonException.class);
        if (json.isPresent()) {
            return unreadableJson(json.get());
        }
        Optional<TypeMismatchException> mismatch = cause(failure, TypeMismatchException.class);
        MethodParameter parameter = failure.getMethodParameter();
        if (mismatch.isPresent() && parameter != null) {
            String name = nameOf(parameter);
            return bad("bad-parameter", "Bad parameter",
                    "\"" + name + "\" must be " + WantedType.of(parameter.getParameterType()) + ".")
                    .with("field", name);
        }
        return bad("unreadable-body", "Unreadable body",
                "The body is missing or can't be read as this route needs it.");
    }

    private Problem unreadableJson(JacksonException failure) {
        JsonFault fault = JsonFault.of(failure);
        Problem problem = bad("unreadable-body", "Unreadable JSON", fault.sentence());
        return fault.field().isEmpty() ? problem : problem.with("field", fault.field());
    }

    private Problem invalid(List<Map<String, String>> errors) {
        var sentences = errors.stream()
                .map(error -> error.get("field") + " " + error.get("detail"))
                .distinct()
                .toList();
        return bad("invalid", "Not valid", String.join("; ", sentences) + ".").with("errors", errors);
    }

    private Problem bad(String slug, String title, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, service, slug, title, detail);
    }

    private static Stream<Map<String, String>> entries(ParameterValidationResult result) {
        if (result instanceof ParameterErrors bean) {
            return bean.getAllErrors().stream().map(InputProblems::entry);
        }
        String name = nameOf(result.getMethodParameter());
        return result.getResolvableErrors().stream().map(error -> entry(name, error));
    }

    private static Map<String, String> entry(ObjectError error) {
        return entry(error instanceof FieldError field ? field.getField() : error.getObjectName(), error);
    }

    private static Map<String, String> entry(String field, MessageSourceResolvable error) {
        return Map.of("field", field, "detail", Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid"));
    }

    private static String nameOf(MethodParameter parameter) {
        var declared = new ArrayList<String>();
        for (var annotation : List.of(PathVariable.class, RequestParam.class, RequestHeader.class, RequestPart.class,
                CookieValue.class)) {
            var attributes = AnnotatedElementUtils.getMergedAnnotationAttributes(parameter.getParameter(), annotation);
            if (attributes != null) {
                declared.add(attributes.getString("name"));
            }
        }
        String name = declared.isEmpty() || declared.getFirst().isEmpty()
                ? parameter.getParameter().getName()
                : declared.getFirst();
        return name;
    }

    private static <T extends Throwable> Optional<T> cause(@Nullable Throwable failure, Class<T> wanted) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .findFirst();
    }
}
