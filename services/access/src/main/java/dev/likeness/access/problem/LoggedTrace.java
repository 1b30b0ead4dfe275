package dev.likeness.access.problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/**
 * A stack trace fit for a log: messages of HTTP clients carry signed URLs, and some libraries quote
 * tokens.
 */
final class LoggedTrace {

    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]+\\.[\\w-]*\\.?[\\w-]*");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic|token)\\s+[\\w.~+/=-]{8,}");
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>\\])]+=[^\\s\"'<>\\])]*");

    private LoggedTrace() {}

    static String of(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return withoutSecrets(text.toString());
    }

    static String withoutSecrets(String text) {
        String withoutJwt = JWT.matcher(text).replaceAll("[token]");
        String withoutBearer = BEARER.matcher(withoutJwt).replaceAll("$1 [token]");
        return QUERY.matcher(withoutBearer).replaceAll("?[query]");
    }
}
