package dev.likeness.messaging;

import dev.likeness.embedded.EmbeddedParts;

class EmbeddedBrokerTests extends BrokerContract {

    @Override
    String bootstrapServers() {
        return EmbeddedParts.shared().kafka().bootstrapServers();
    }
}
