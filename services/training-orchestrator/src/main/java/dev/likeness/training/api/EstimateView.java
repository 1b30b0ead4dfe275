package dev.likeness.training.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a training would take if it were requested now. Micros are millionths of a US dollar.
 *
 * @param duration from the request to the end
 * @param cost the high one is set aside until it has ended
 * @param affordable whether today's caps leave enough for it
 * @param leftTodayMicros what may still be spent on the person today; absent before their first
 * upload
 * @param opensAt when there is more to spend; absent while it is affordable
 * @param opensInSeconds how long that is from now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EstimateView(int steps, int loraRank, Seconds duration, Micros cost, boolean affordable,
        @Nullable Long leftTodayMicros, @Nullable Instant opensAt, @Nullable Long opensInSeconds) {

    /** @param basis {@code usual} (what others saw) or {@code past} (trainings of ours of late) */
    record Seconds(long low, long likely, long high, String basis) {}

    record Micros(long low, long likely, long high) {}
}
