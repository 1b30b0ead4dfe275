package dev.likeness.bench.training;

import com.sun.management.OperatingSystemMXBean;
import dev.likeness.bench.Child;
import dev.likeness.training.TrainingOrchestrator;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;

/** The service as it is. A nudge collects garbage and says what is taken then. */
final class MeteredTraining {

    private MeteredTraining() {}

    public static void main(String[] arguments) throws Exception {
        var _ = TrainingOrchestrator.application().run(arguments);
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Child.serve(List.of(), () -> {
            long before = memory.getHeapMemoryUsage().getUsed();
            memory.gc();
            System.out.println("sample " + before + " " + memory.getHeapMemoryUsage().getUsed() + " "
                    + PlatformDependent.usedDirectMemory() + " " + system.getProcessCpuTime());
            System.out.flush();
        });
    }
}
