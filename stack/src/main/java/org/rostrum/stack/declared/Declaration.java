package org.rostrum.stack.declared;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rostrum.stack.StackFailure;

/** A YAML file of {@code deploy/} read strictly: an unknown or missing field is an error that names the line. */
final class Declaration {
    private Declaration() {}

    static <T> T read(Path file, Class<T> type) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), type);
        } catch (JacksonException e) {
            throw new StackFailure(file + " is not valid: " + e.getOriginalMessage() + ".", e);
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
