package org.rostrum.extraction;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** System calls of Linux that the JDK has no method for; their numbers differ between processors. */
final class Kernel {

    private static final int PRCTL_NO_NEW_PRIVILEGES = 38;
    private static final long OPEN_AS_PATH = 0x280000; // O_PATH | O_CLOEXEC
    private static final long AT_WORKING_FOLDER = -100;
    private static final long CREATE_RULESET = 444;
    private static final long ADD_RULE = 445;
    private static final long RESTRICT_SELF = 446;

    private final Processor processor;
    private final MethodHandle syscall;

    private Kernel(Processor processor, MethodHandle syscall) {
        this.processor = processor;
        this.syscall = syscall;
    }

    /**
     * What a filter of system calls has to know of a processor: linux/audit.h and asm/unistd.h.
     *
     * @param forbidden socket, io_uring_setup, ptrace, process_vm_readv, process_vm_writev, bpf, perf_event_open,
     *     userfaultfd, mount, unshare, setns, keyctl, add_key
     */
    record Processor(int audit, long prctl, long seccomp, long openat, long close, List<Integer> forbidden) {

        private static final Processor X86_64 = new Processor(
                0xC000003E, 157, 317, 257, 3, List.of(41, 425, 101, 310, 311, 321, 298, 323, 165, 272, 308, 250, 248));
        private static final Processor AARCH64 = new Processor(
                0xC00000B7, 167, 277, 56, 57, List.of(198, 425, 117, 270, 271, 280, 241, 282, 40, 97, 268, 219, 217));

        boolean hasTwoTables() {
            return audit == X86_64.audit;
        }

        private static Optional<Processor> named(String name) {
            return switch (name) {
                case "amd64", "x86_64" -> Optional.of(X86_64);
                case "aarch64", "arm64" -> Optional.of(AARCH64);
                default -> Optional.empty();
            };
        }
    }

    /** The kernel below, if it is one whose system calls are known here. */
    static Optional<Kernel> found() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return Processor.named(System.getProperty("os.arch").toLowerCase(Locale.ROOT))
                .flatMap(Kernel::of);
    }

    @SuppressWarnings(
            "restricted") // calling the kernel is what this class is for; the worker is started with native access
    private static Optional<Kernel> of(Processor processor) {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor six = FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG);
        return linker.defaultLookup()
                .find("syscall")
                .map(address -> linker.downcallHandle(address, six, Linker.Option.firstVariadicArg(1)))
                .map(handle -> new Kernel(processor, handle));
    }

    Processor processor() {
        return processor;
    }

    /** From here on no program that is started gains rights; whoever gives rights up must have said so first. */
    boolean gainNoPrivileges() {
        return call(processor.prctl(), PRCTL_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0;
    }

    /** Puts all threads of this process under a filter. */
    boolean filterCalls(MemorySegment program) {
        long filter = 1;
        long allThreads = 1;
        return call(processor.seccomp(), filter, allThreads, program.address(), 0, 0) == 0;
    }

    /** Version of Landlock; below 1 where the kernel has none. */
    int landlockVersion() {
        long askVersion = 1;
        return (int) call(CREATE_RULESET, 0, 0, askVersion, 0, 0);
    }

    int createRuleset(MemorySegment attributes) {
        return (int) call(CREATE_RULESET, attributes.address(), attributes.byteSize(), 0, 0, 0);
    }

    boolean addRule(int ruleset, MemorySegment below) {
        long pathBeneath = 1;
        return call(ADD_RULE, ruleset, pathBeneath, below.address(), 0, 0) == 0;
    }

    /** The calling thread, and what it starts. */
    boolean restrictSelf(int ruleset) {
        return call(RESTRICT_SELF, ruleset, 0, 0, 0, 0) == 0;
    }

    /** A descriptor that only names the file; negative where it cannot be named. */
    int open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call(
                    processor.openat(),
                    AT_WORKING_FOLDER,
                    arena.allocateFrom(path).address(),
                    OPEN_AS_PATH,
                    0,
                    0);
        }
    }

    void close(int descriptor) {
        call(processor.close(), descriptor, 0, 0, 0, 0);
    }

    private long call(long number, long first, long second, long third, long fourth, long fifth) {
        try {
            return (long) syscall.invokeExact(number, first, second, third, fourth, fifth);
        } catch (Throwable impossible) {
            throw new IllegalStateException("A system call could not be made", impossible);
        }
    }
}
