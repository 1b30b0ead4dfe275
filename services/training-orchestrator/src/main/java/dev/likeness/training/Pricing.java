package dev.likeness.training;

import dev.likeness.training.run.Estimate;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.TrainingRules;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a training will cost, by what others took of late. */
@Component
public class Pricing {

    private final TrainingRules rules;
    private final Spending spending;

    Pricing(TrainingRules rules, Spending spending) {
        this.rules = rules;
        this.spending = spending;
    }

    public Mono<Estimate> estimate(Recipe recipe) {
        return spending.pace().map(pace -> rules.estimate(recipe, pace));
    }
}
