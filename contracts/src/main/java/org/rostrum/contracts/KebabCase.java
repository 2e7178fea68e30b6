package org.rostrum.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes enum constants as {@code kebab-case} words and reads them back. */
public final class KebabCase {
    private KebabCase() {}

    /** {@code DRAFT_OPINION} becomes {@code draft-opinion}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @SuppressWarnings("rawtypes") // Jackson registers serializers by raw class
    static final class Writer extends StdScalarSerializer<Enum> {
        Writer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(of(value));
        }
    }

    static final class Readers extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> otherwise) {
            return new Reader(type.getRawClass());
        }
    }

    private static final class Reader extends StdScalarDeserializer<Enum<?>> {
        private final transient Enum<?>[] constants;

        Reader(Class<?> type) {
            super(type);
            constants = (Enum<?>[]) type.getEnumConstants();
        }

        @Override
        public Enum<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            var word = in.getValueAsString();
            for (var constant : constants) {
                if (of(constant).equals(word)) {
                    return constant;
                }
            }
            var choices = Arrays.stream(constants).map(KebabCase::of).collect(Collectors.joining(", "));
            return (Enum<?>)
                    context.handleWeirdStringValue(handledType(), String.valueOf(word), "not one of %s", choices);
        }
    }
}
