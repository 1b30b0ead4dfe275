package dev.likeness.sandbox.behaviour;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The provider's operations, as faults name them. */
public enum Operation {
    CREATE_MODEL("createModel", HttpMethod.POST, "/v1/models"),
    LIST_MODELS("listModels", HttpMethod.GET, "/v1/models"),
    GET_MODEL("getModel", HttpMethod.GET, "/v1/models/{owner}/{name}"),
    UPDATE_MODEL("updateModel", HttpMethod.PATCH, "/v1/models/{owner}/{name}"),
    DELETE_MODEL("deleteModel", HttpMethod.DELETE, "/v1/models/{owner}/{name}"),
    LIST_VERSIONS("listVersions", HttpMethod.GET, "/v1/models/{owner}/{name}/versions"),
    GET_VERSION("getVersion", HttpMethod.GET, "/v1/models/{owner}/{name}/versions/{version}"),
    DELETE_VERSION("deleteVersion", HttpMethod.DELETE, "/v1/models/{owner}/{name}/versions/{version}"),
    CREATE_TRAINING("createTraining", HttpMethod.POST, "/v1/models/{owner}/{name}/versions/{version}/trainings"),
    LIST_TRAININGS("listTrainings", HttpMethod.GET, "/v1/trainings"),
    GET_TRAINING("getTraining", HttpMethod.GET, "/v1/trainings/{id}"),
    CANCEL_TRAINING("cancelTraining", HttpMethod.POST, "/v1/trainings/{id}/cancel"),
    CREATE_PREDICTION("createPrediction", HttpMethod.POST, "/v1/predictions"),
    LIST_PREDICTIONS("listPredictions", HttpMethod.GET, "/v1/predictions"),
    GET_PREDICTION("getPrediction", HttpMethod.GET, "/v1/predictions/{id}"),
    CANCEL_PREDICTION("cancelPrediction", HttpMethod.POST, "/v1/predictions/{id}/cancel"),
    CREATE_FILE("createFile", HttpMethod.POST, "/v1/files"),
    LIST_FILES("listFiles", HttpMethod.GET, "/v1/files"),
    GET_FILE("getFile", HttpMethod.GET, "/v1/files/{id}"),
    DELETE_FILE("deleteFile", HttpMethod.DELETE, "/v1/files/{id}"),
    GET_WEBHOOK_SECRET("getWebhookSecret", HttpMethod.GET, "/v1/webhooks/default/secret"),
    LIST_HARDWARE("listHardware", HttpMethod.GET, "/v1/hardware"),
    GET_OUTPUT("getOutput", HttpMethod.GET, "/delivery/**"),
    /** Each of the calls under {@code /v1}. */
    ANY("any", null, "/v1/**"),
    /** Not called, but sent. */
    WEBHOOK("webhook", null, "/"),
    /** Not called: what becomes of a training that was accepted. */
    RUN_TRAINING("runTraining", null, "/");

    private final String text;
    private final @Nullable HttpMethod method;
    private final PathPattern pattern;

    Operation(String text, @Nullable HttpMethod method, String pattern) {
        this.text = text;
        this.method = method;
        this.pattern = PathPatternParser.defaultInstance.parse(pattern);
    }

    public String text() {
        return text;
    }

    /** Whether it is something that a client calls. */
    boolean isCall() {
        return this != WEBHOOK && this != RUN_TRAINING;
    }

    /** Whether a fault of this operation can happen to that one. */
    boolean covers(Operation other) {
        return this == other || this == ANY && other.isCall() && other != GET_OUTPUT;
    }

    static Optional<Operation> of(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return Arrays.stream(values())
                .filter(each -> method.equals(each.method) && each.pattern.matches(parsed))
                .findFirst();
    }
}
