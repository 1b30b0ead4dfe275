package dev.likeness.bench.upload;

import com.sun.management.OperatingSystemMXBean;
import dev.likeness.bench.Child;
import dev.likeness.upload.Upload;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The service as it is, which also says ten times a second what it takes. A nudge collects garbage.
 */
final class MeteredUpload {

    private static final int MILLIS = 100;

    private MeteredUpload() {}

    public static void main(String[] arguments) throws Exception {
        String port = Upload.application().run(arguments).getEnvironment().getRequiredProperty("local.server.port");
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("meter").factory());
        var _ = clock.scheduleAtFixedRate(
                () -> System.out.println("sample " + memory.getHeapMemoryUsage().getUsed() + " "
                        + PlatformDependent.usedDirectMemory() + " " + system.getProcessCpuTime()),
                10L * MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        Child.serve(List.of("port=" + port), memory::gc);
    }
}
