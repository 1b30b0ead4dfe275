package dev.likeness.sandbox.models;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hardware that models can be made for: a bare list. */
@RestController
class HardwareController {

    @GetMapping("/v1/hardware")
    List<Map<String, String>> list() {
        return List.of(
                Map.of("sku", "cpu", "name", "CPU"),
                Map.of("sku", "gpu-t4", "name", "Nvidia T4 GPU"),
                Map.of("sku", "gpu-l40s", "name", "Nvidia L40S GPU"),
                Map.of("sku", "gpu-a100-large", "name", "Nvidia A100 (80GB) GPU"),
                Map.of("sku", "gpu-h100", "name", "Nvidia H100 GPU"));
    }
}
