package dev.likeness.training.api;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.training.Pricing;
import dev.likeness.training.Spending;
import dev.likeness.training.Trainings;
import dev.likeness.training.run.Allowance;
import dev.likeness.training.run.Estimate;
import dev.likeness.training.run.Recipe;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says before what a training would take, and whether today's caps leave enough for it. */
@Component
class EstimateTraining {

    private final Pricing pricing;
    private final Spending spending;
    private final Trainings trainings;
    private final Habits habits;
    private final Epochs epochs;
    private final Transactions transactions;

    EstimateTraining(Pricing pricing, Spending spending, Trainings trainings, Habits habits, Epochs epochs,
            Transactions transactions) {
        this.pricing = pricing;
        this.spending = spending;
        this.trainings = trainings;
        this.habits = habits;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    Mono<EstimateView> handle(UserId userId, Recipe recipe) {
        return habits.lately()
                .flatMap(habit -> transactions.run(() -> trainings.now()
                        .flatMap(now -> pricing.estimate(recipe)
                                .flatMap(estimate -> allowance(userId, now)
                                        .map(left -> view(recipe, estimate, left, habit, now))))));
    }

    private Mono<Optional<Allowance>> allowance(UserId userId, Instant now) {
        return epochs.current(userId)
                .flatMap((Person person) -> spending.outlook(person, now))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private static EstimateView view(Recipe recipe, Estimate estimate, Optional<Allowance> allowance, Habit habit,
            Instant now) {
        int steps = recipe.steps();
        Outlook.Basis basis = habit.learned() ? Outlook.Basis.PAST : Outlook.Basis.USUAL;
        boolean affordable = allowance.map(left -> left.covers(estimate.highMicros())).orElse(true);
        Instant opensAt = affordable ? null : tomorrow(now);
        return new EstimateView(steps, recipe.loraRank(),
                new EstimateView.Seconds(habit.low(steps).toSeconds(), habit.likely(steps).toSeconds(),
                        habit.high(steps).toSeconds(), basis.name().toLowerCase(Locale.ROOT)),
                new EstimateView.Micros(estimate.lowMicros(), estimate.likelyMicros(), estimate.highMicros()),
                affordable, allowance.map(left -> Math.max(0, left.ofPerson())).orElse(null),
                opensAt, opensAt == null ? null : now.until(opensAt, ChronoUnit.SECONDS) + 1);
    }

    /** The caps are those of a day in UTC. */
    private static Instant tomorrow(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
