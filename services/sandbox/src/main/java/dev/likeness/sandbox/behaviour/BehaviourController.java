package dev.likeness.sandbox.behaviour;

import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and changes the behaviour; DELETE puts everything back to how the sandbox was started. */
@RestController
@RequestMapping("/_sandbox/behaviour")
class BehaviourController {

    private final Behaviours behaviours;

    BehaviourController(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    @GetMapping
    Map<String, Object> get() {
        return behaviours.current().toJson();
    }

    @PutMapping
    Map<String, Object> put(@RequestBody Map<String, Object> fields) {
        return behaviours.change(fields).toJson();
    }

    @DeleteMapping
    Map<String, Object> delete() {
        return behaviours.reset().toJson();
    }
}
