package dev.likeness.sandbox.ledger;

import dev.likeness.sandbox.behaviour.StruckFaults;
import dev.likeness.sandbox.life.Accepted;
import dev.likeness.sandbox.life.Fate;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import dev.likeness.sandbox.state.Predictions;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every accepted training and prediction with its whole input, in order of acceptance, whatever
 * became of it; and how often each fault really struck.
 */
@RestController
class LedgerController {

    private final Trainings trainings;
    private final Predictions predictions;
    private final StruckFaults struck;
    private final Clock clock;

    LedgerController(Trainings trainings, Predictions predictions, StruckFaults struck, Clock clock) {
        this.trainings = trainings;
        this.predictions = predictions;
        this.struck = struck;
        this.clock = clock;
    }

    @GetMapping("/_sandbox/ledger")
    Map<String, Object> ledger() {
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put("trainings", trainings.all().stream().map(this::entry).toList());
        ledger.put("predictions", predictions.all().stream().map(this::entry).toList());
        ledger.put("faults", struck.counts());
        return ledger;
    }

    @DeleteMapping("/_sandbox/ledger/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetFaults() {
        struck.clear();
    }

    private Map<String, Object> entry(Training training) {
        Map<String, Object> entry = entry(training.accepted(), training.model(), training.version(),
                TrainingLife.at(training, clock.instant()).status().text());
        entry.put("destination", training.destination());
        entry.put("removed", training.removed());
        entry.put("fate", training.fate() instanceof Fate fate ? fate.text() : null);
        return entry;
    }

    private Map<String, Object> entry(Prediction prediction) {
        Map<String, Object> entry = entry(prediction.accepted(), prediction.model(), prediction.version(),
                predictions.stateOf(prediction).status().text());
        entry.put("seed", prediction.seed());
        entry.put("removed", prediction.removed());
        return entry;
    }

    private static Map<String, Object> entry(Accepted accepted, String model, String version, String status) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", accepted.id());
        entry.put("model", model);
        entry.put("version", version);
        entry.put("input", accepted.input());
        entry.put("created_at", accepted.at());
        entry.put("status", status);
        return entry;
    }
}
