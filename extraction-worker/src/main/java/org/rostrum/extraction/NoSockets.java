package org.rostrum.extraction;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A filter of system calls (seccomp, {@code man 2 seccomp}): this process and all that it starts cannot open a socket, nor use
 * the calls by which one gets around that. Needs no rights, so that it works in containers too.
 */
final class NoSockets {

    private static final int LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int IF_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int IF_AT_LEAST = 0x35; // BPF_JMP | BPF_JGE | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K
    private static final int ALLOW = 0x7FFF0000;
    private static final int NOT_PERMITTED = 0x00050000 | 1; // SECCOMP_RET_ERRNO, EPERM
    private static final int KILL = 0x80000000;
    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int SECOND_TABLE = 0x40000000; // __X32_SYSCALL_BIT

    private NoSockets() {}

    static boolean enforce(Kernel kernel) {
        List<Step> steps = steps(kernel.processor());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment code = arena.allocate(8L * steps.size(), 8);
            for (int i = 0; i < steps.size(); i++) {
                steps.get(i).write(code, 8L * i);
            }
            MemorySegment program = arena.allocate(16, 8);
            program.set(ValueLayout.JAVA_SHORT, 0, (short) steps.size());
            program.set(ValueLayout.ADDRESS, 8, code);
            return kernel.filterCalls(program);
        }
    }

    /** One instruction of BPF: what to do, how many steps to leap over if it is so and if not, and a number. */
    private record Step(int code, int ifSo, int ifNot, int operand) {
        void write(MemorySegment code, long at) {
            code.set(ValueLayout.JAVA_SHORT, at, (short) this.code);
            code.set(ValueLayout.JAVA_BYTE, at + 2, (byte) ifSo);
            code.set(ValueLayout.JAVA_BYTE, at + 3, (byte) ifNot);
            code.set(ValueLayout.JAVA_INT, at + 4, operand);
        }
    }

    private static List<Step> steps(Kernel.Processor processor) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(LOAD, 0, 0, ARCHITECTURE));
        steps.add(new Step(IF_EQUAL, 1, 0, processor.audit()));
        steps.add(new Step(RETURN, 0, 0, KILL));
        steps.add(new Step(LOAD, 0, 0, NUMBER));
        if (processor.hasTwoTables()) {
            steps.add(new Step(IF_AT_LEAST, 0, 1, SECOND_TABLE));
            steps.add(new Step(RETURN, 0, 0, KILL));
        }
        for (int forbidden : processor.forbidden()) {
            steps.add(new Step(IF_EQUAL, 0, 1, forbidden));
            steps.add(new Step(RETURN, 0, 0, NOT_PERMITTED));
        }
        steps.add(new Step(RETURN, 0, 0, ALLOW));
        return steps;
    }
}
