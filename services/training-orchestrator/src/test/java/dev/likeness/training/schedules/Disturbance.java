package dev.likeness.training.schedules;

import dev.likeness.training.run.Input;
import dev.likeness.training.schedules.Shell.Delivery;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import java.util.List;

/** What can go wrong, and what a person can want, at any time. */
enum Disturbance {
    CRASH(8) {
        @Override
        void strike(Simulation world) {
            if (!world.runs.isEmpty()) {
                world.note(() -> "crash");
                world.runs.remove(world.dice.roll(world.runs.size()));
            }
        }
    },
    LATE_CALL(8) {
        @Override
        void strike(Simulation world) {
            if (!world.underWay.isEmpty()) {
                world.note(() -> "a call arrives late");
                world.underWay.remove(world.dice.roll(world.underWay.size())).run();
            }
        }
    },
    REPEATED_INPUT(8) {
        @Override
        void strike(Simulation world) {
            if (!world.told.isEmpty()) {
                var told = world.told.get(world.dice.roll(world.told.size()));
                if (!(told.input() instanceof Input.Pack)) {
                    var _ = world.apply(told.training(), told.epoch(), told.input(), true);
                }
            }
        }
    },
    WEBHOOK(3) {
        @Override
        void strike(Simulation world) {
            world.hasten();
        }
    },
    PROVIDER_GONE_OR_BACK(2) {
        @Override
        void strike(Simulation world) {
            world.unreachable = !world.unreachable;
        }
    },
    DUPLICATE(3) {
        @Override
        void strike(Simulation world) {
            world.pending.add(any(world));
        }
    },
    REPLAY(1) {
        @Override
        void strike(Simulation world) {
            Delivery of = any(world);
            world.pending.add(new Delivery(of.event(), of.wish(), of.epoch(), 1 + world.dice.roll(2),
                    world.dice.roll(3) == 0, of.early()));
        }
    },
    LOST_MESSAGE(1) {
        @Override
        void strike(Simulation world) {
            if (!world.pending.isEmpty()) {
                world.pending.remove(world.dice.roll(world.pending.size()));
            }
        }
    },
    CLOCK_JUMP(1) {
        @Override
        void strike(Simulation world) {
            int hours = world.dice.roll(4) == 0 ? 30 : 3;
            world.database.now = world.database.now.plusSeconds(world.dice.roll(hours * 3_600));
        }
    },
    CANCEL(1) {
        @Override
        void strike(Simulation world) {
            List<Row> rows = world.database.rows;
            if (!rows.isEmpty() && world.dice.roll(3) == 0) {
                Row row = rows.get(world.dice.roll(rows.size()));
                var _ = world.apply(row.plan.id(), row.epoch, new Input.Cancel(), true);
            }
        }
    },
    RETRY(2) {
        @Override
        void strike(Simulation world) {
            List<Row> rows = world.database.rows;
            if (!rows.isEmpty()) {
                Row row = rows.get(world.dice.roll(rows.size()));
                world.note(() -> "try again " + row.plan.id());
                world.shell.retry(row.plan.id());
            }
        }
    },
    ANOTHER_REQUEST(1) {
        @Override
        void strike(Simulation world) {
            if (world.published.size() < 6) {
                world.ask();
            }
        }
    },
    FRESH_START(1) {
        @Override
        void strike(Simulation world) {
            if (world.dice.roll(2) == 0) {
                world.startAfresh();
            }
        }
    };

    private static final Disturbance[] BY_ROLL = byRoll();

    private final int weight;

    Disturbance(int weight) {
        this.weight = weight;
    }

    abstract void strike(Simulation world);

    /** @param roll 0 to 39 */
    static Disturbance of(int roll) {
        return BY_ROLL[roll];
    }

    private static Delivery any(Simulation world) {
        return world.published.get(world.dice.roll(world.published.size()));
    }

    private static Disturbance[] byRoll() {
        var all = new Disturbance[40];
        int next = 0;
        for (Disturbance disturbance : values()) {
            for (int i = 0; i < disturbance.weight; i++) {
                all[next++] = disturbance;
            }
        }
        return all;
    }
}
