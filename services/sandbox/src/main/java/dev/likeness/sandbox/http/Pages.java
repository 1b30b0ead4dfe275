package dev.likeness.sandbox.http;

import dev.likeness.sandbox.SandboxProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Lists as the provider pages them: {@code next}, {@code previous} (absolute addresses with a
 * cursor, or null) and {@code results}. A cursor names the entry it stands beside, so that what is
 * added meanwhile moves nothing.
 */
@Component
public class Pages {

    private final PublicUrls urls;
    private final int size;

    Pages(PublicUrls urls, SandboxProperties properties) {
        this.urls = urls;
        this.size = properties.pageSize();
    }

    public <T> Map<String, Object> page(List<T> newestFirst, ToLongFunction<T> order, Function<T, Object> view,
            ServerHttpRequest request) {
        Cursor cursor = Cursor.of(request.getQueryParams().getFirst("cursor"));
        List<T> page = switch (cursor.direction) {
            case OLDER -> newestFirst.stream().filter(each -> order.applyAsLong(each) < cursor.at).limit(size).toList();
            case NEWER -> {
                List<T> newer = newestFirst.stream().filter(each -> order.applyAsLong(each) > cursor.at).toList();
                yield newer.subList(Math.max(0, newer.size() - size), newer.size());
            }
        };
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("next", null);
        body.put("previous", null);
        if (!page.isEmpty()) {
            long newest = order.applyAsLong(page.getFirst());
            long oldest = order.applyAsLong(page.getLast());
            if (newestFirst.stream().anyMatch(each -> order.applyAsLong(each) < oldest)) {
                body.put("next", address(request, new Cursor(Direction.OLDER, oldest)));
            }
            if (newestFirst.stream().anyMatch(each -> order.applyAsLong(each) > newest)) {
                body.put("previous", address(request, new Cursor(Direction.NEWER, newest)));
            }
        }
        body.put("results", page.stream().map(view).toList());
        return body;
    }

    private String address(ServerHttpRequest request, Cursor cursor) {
        StringBuilder address = new StringBuilder(urls.base(request))
                .append(request.getPath().value())
                .append("?cursor=")
                .append(cursor.text());
        request.getQueryParams().forEach((name, values) -> {
            if (!name.equals("cursor") && values.getFirst() instanceof String value) {
                address.append('&').append(encoded(name)).append('=').append(encoded(value));
            }
        });
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private enum Direction {
        OLDER,
        NEWER
    }

    private record Cursor(Direction direction, long at) {

        static Cursor of(@Nullable String text) {
            if (text == null) {
                return new Cursor(Direction.OLDER, Long.MAX_VALUE);
            }
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                return new Cursor(plain.startsWith("p") ? Direction.NEWER : Direction.OLDER,
                        Long.parseLong(plain.substring(1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new ApiProblem(HttpStatus.NOT_FOUND, null, "Invalid cursor");
            }
        }

        String text() {
            String plain = (direction == Direction.NEWER ? "p" : "o") + at;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }
}
