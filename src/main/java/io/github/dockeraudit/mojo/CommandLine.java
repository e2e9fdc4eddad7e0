package io.github.dockeraudit.mojo;

import io.github.dockeraudit.project.AuditException;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;

/**
 * Makes what a user gives on the command line win over the POM. Maven lets a value that is written
 * in the POM win, and takes the property only where there is none.
 */
final class CommandLine {

  private final Properties properties;
  private final Path basedir;

  /**
   * @param properties those of the user
   * @param basedir the folder that relative files begin at
   */
  CommandLine(Properties properties, Path basedir) {
    this.properties = properties;
    this.basedir = basedir;
  }

  /** Sets the fields of a goal whose properties the user gave. */
  void overrule(Object goal, MojoExecution execution) {
    if (properties.isEmpty()
        || execution == null
        || execution.getMojoDescriptor() == null
        || execution.getMojoDescriptor().getParameters() == null) {
      return;
    }
    for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
      given(parameter).ifPresent(text -> set(goal, parameter.getName(), text));
    }
  }

  /** What the user gave for a parameter, by the property in its expression. */
  private Optional<String> given(Parameter parameter) {
    String expression = parameter.getExpression();
    return expression == null || !expression.startsWith("${") || !expression.endsWith("}")
        ? Optional.empty()
        : Optional.ofNullable(
            properties.getProperty(expression.substring(2, expression.length() - 1)));
  }

  private void set(Object goal, String name, String text) {
    for (Class<?> type = goal.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        Object value = value(field.getType(), name, text);
        if (value != null) {
          field.set(goal, value);
        }
        return;
      } catch (NoSuchFieldException above) {
        // then a class above has it
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(name + " was made accessible", impossible);
      }
    }
  }

  /** The text as Maven would convert it; null for a type that it reads from the POM alone. */
  private Object value(Class<?> type, String name, String text) {
    if (type == String.class) {
      return text;
    } else if (type == boolean.class) {
      return flag(name, text);
    } else if (type == File.class) {
      return basedir.resolve(text).toFile();
    } else if (type == List.class) {
      return List.of(text.split(","));
    }
    return type.getName().startsWith(CommandLine.class.getPackageName())
        ? fromText(type, text)
        : null;
  }

  /** A property without a value means yes, as {@code -DskipTests} does. */
  private static boolean flag(String name, String text) {
    return switch (text.strip()) {
      case "", "true" -> true;
      case "false" -> false;
      default -> throw new AuditException("%s is '%s'".formatted(name, text), "give true or false");
    };
  }

  /** A type of ours takes a text as Maven hands it over: by {@code set}. */
  private static Object fromText(Class<?> type, String text) {
    try {
      Object value = type.getDeclaredConstructor().newInstance();
      type.getMethod("set", String.class).invoke(value, text);
      return value;
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException impossible) {
      throw new IllegalStateException(type + " has a constructor and set(String)", impossible);
    }
  }
}
