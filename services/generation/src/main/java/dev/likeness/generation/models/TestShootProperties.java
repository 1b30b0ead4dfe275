package dev.likeness.generation.models;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether a training is followed by a shoot of four that nobody asked for */
@ConfigurationProperties("generation.test-shoot")
record TestShootProperties(@DefaultValue("true") boolean enabled) {}
