package org.rostrum.intake.adapter.http;

import java.io.StringReader;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a YAML text that a JSON Pointer speaks of. */
final class YamlLines {
    private final @Nullable Node root;

    YamlLines(String text) {
        this.root = compose(text);
    }

    private static @Nullable Node compose(String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (YAMLException e) {
            return null;
        }
    }

    /** From 1; the line of the nearest place above if the very place is missing; 1 if the text is no YAML. */
    int line(String pointer) {
        if (root == null) {
            return 1;
        }
        var line = root.getStartMark().getLine();
        var here = Optional.of(root);
        for (var step : Arrays.asList(pointer.split("/", -1)).subList(1, steps(pointer))) {
            var tuple = here.flatMap(node -> tuple(node, step));
            if (tuple.isPresent()) {
                line = tuple.get().getKeyNode().getStartMark().getLine();
                here = tuple.map(NodeTuple::getValueNode);
                continue;
            }
            here = here.flatMap(node -> element(node, step));
            if (here.isEmpty()) {
                break;
            }
            line = here.get().getStartMark().getLine();
        }
        return line + 1;
    }

    private static int steps(String pointer) {
        return pointer.split("/", -1).length;
    }

    private static Optional<NodeTuple> tuple(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Node> element(Node node, String step) {
        return node instanceof SequenceNode list && step.matches("[0-9]{1,6}")
                ? list.getValue().stream().skip(Integer.parseInt(step)).findFirst()
                : Optional.empty();
    }
}
