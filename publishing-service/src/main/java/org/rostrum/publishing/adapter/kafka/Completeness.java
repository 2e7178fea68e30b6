package org.rostrum.publishing.adapter.kafka;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.Event;

/** Whether an event says all that events of its type must: a reader of JSON leaves null where a member is absent. */
final class Completeness {
    private static final ClassValue<List<Method>> REQUIRED = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> event) {
            return Stream.of(event.getRecordComponents())
                    .filter(member -> !member.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private Completeness() {}

    /** Only what may be absent, such as members that older events do not have, is absent. */
    static boolean isComplete(Event event) {
        for (Method member : REQUIRED.get(event.getClass())) {
            try {
                if (member.invoke(event) == null) {
                    return false;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("an event's members are public", e);
            }
        }
        return true;
    }
}
