package dev.likeness.local;

import dev.likeness.local.stack.Tokens;
import dev.likeness.person.UserId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", mixinStandardHelpOptions = true, description = "Prints a token for the local instance.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "USER", description = "Letters and digits, at least one digit; or a UUID.")
    private String user = "";

    @Option(names = "--operator", description = "With the role operator.")
    private boolean operator;

    @Override
    public Integer call() {
        try {
            System.out.println(Tokens.issue(where.home(), UserId.of(user).value(), operator));
            return 0;
        } catch (IllegalArgumentException refused) {
            throw new Refusal(refused.getMessage() + ".");
        }
    }
}
