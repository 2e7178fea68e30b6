package org.rostrum.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryObjectStoreTest extends ObjectStoreContract {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    void tamperWith(String key) {
        store.flipABit(key);
    }

    @Test
    void is_unavailable_while_it_is_told_to_be() {
        store.goAway();
        assertThatThrownBy(() -> store.get("any")).isInstanceOf(ObjectStoreUnavailable.class);

        store.comeBack();
        store.ping();
    }
}
