package dev.likeness.local;

import dev.likeness.embedded.PartUnavailable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code likeness}. */
@Command(name = "likeness", mixinStandardHelpOptions = true, description = "Portraits of you, and of nobody else.", subcommands = {
        UpCommand.class, DownCommand.class, StatusCommand.class, DemoCommand.class, TokenCommand.class,
        LogsCommand.class})
public final class Likeness implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    private Likeness() {}

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "What shall it do?");
        }
    }

    /** Exit codes: 0 done, 1 refused or failed with a sentence, 2 a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Likeness()).setExecutionExceptionHandler((failure, line, parsed) -> {
            String sentence = failure instanceof Refusal || failure instanceof PartUnavailable
                    ? failure.getMessage()
                    : failure.toString();
            line.getErr().println("likeness: " + sentence);
            return 1;
        }).execute(arguments));
    }
}
