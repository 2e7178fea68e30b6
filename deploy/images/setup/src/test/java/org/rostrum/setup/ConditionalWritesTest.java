package org.rostrum.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.platform.objectstore.ObjectStore;

class ConditionalWritesTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void trusts_a_store_that_lets_one_writer_win_and_leaves_nothing_behind() throws InterruptedException {
        new ConditionalWrites(store, 20, 3).prove();

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void refuses_a_store_that_lets_everybody_win() {
        ObjectStore careless = withCreate((key, bytes) -> {
            store.put(key, bytes, "text/plain");
            return true;
        });

        assertThatThrownBy(() -> new ConditionalWrites(careless, 20, 1).prove())
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("20 of 20 writers");
    }

    @Test
    void refuses_a_store_that_lets_nobody_win() {
        ObjectStore stubborn = withCreate((key, bytes) -> false);

        assertThatThrownBy(() -> new ConditionalWrites(stubborn, 2, 1).prove())
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("0 of 2 writers");
    }

    @Test
    void refuses_a_store_that_keeps_the_loser() {
        ObjectStore confused = withCreate((key, bytes) -> {
            boolean won = store.createIfAbsent(key, "somebody else".getBytes(UTF_8), "text/plain");
            return won;
        });

        assertThatThrownBy(() -> new ConditionalWrites(confused, 2, 1).prove())
                .isInstanceOf(SetupFailure.class)
                .hasMessageContaining("kept the bytes of another");
    }

    private interface Create {
        boolean create(String key, byte[] bytes);
    }

    private ObjectStore withCreate(Create create) {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createIfAbsent")) {
                        return create.create((String) arguments[0], (byte[]) arguments[1]);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
