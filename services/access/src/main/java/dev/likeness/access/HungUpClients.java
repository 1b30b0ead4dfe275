package dev.likeness.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/**
 * Keeps a client that hangs up from being logged as an error of ours: nobody is left to tell, and
 * phones do it all day. Whatever else Reactor drops is still an error.
 */
final class HungUpClients implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(HungUpClients.class);

    // The hook is one for the whole JVM, and each service in it sets the same.
    @Override
    public void afterPropertiesSet() {
        Hooks.onErrorDropped(HungUpClients::dropped);
    }

    static void dropped(Throwable error) {
        if (hungUp(error)) {
            log.debug("A client has hung up", error);
        } else {
            log.error("An error came when nobody listened any more", error);
        }
    }

    static boolean hungUp(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (AbortedException.isConnectionReset(cause)) {
                return true;
            }
        }
        return false;
    }
}
