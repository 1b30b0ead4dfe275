package dev.likeness.generation.prompt;

import java.util.List;

/** Spanish. */
final class SpanishSpeech {

    private static final String PICTURE = "(?:retratos?|fotos?|fotografías?|imagen|imágenes)";

    static final Speech WORDS = new Speech(
            List.of("(?:claro|por supuesto|desde luego|con gusto|perfecto|genial|estupendo|de acuerdo|hola|gracias|sí|vale|entendido)(?= ?[,.!:;–—]|$)",
                    "(?:buena|excelente|gran|qué buena) (?:elección|idea|pregunta)",
                    "como (?:tu|su|una?) (?:fotógraf[ao]|asistente)",
                    "(?:yo )?(?:te |le |os )?(?:sugiero|propongo|recomiendo|sugeriría|propondría|aconsejo)",
                    "mi (?:propuesta|sugerencia|recomendación)(?: es| sería)?",
                    "(?:quiero|quisiera|necesito|me gustaría)(?: tener)?(?: una?| unos)?(?: "
                            + PICTURE + ")?(?: (?:de mí|mía))?",
                    "(?:aquí (?:tienes|está|están|va|tiene)|este es|estas son)(?: (?:tu|su|el|la|un|una|mi|tus|algunas))?(?: (?:nuevo|nueva))? "
                            + "(?:prompts?|conceptos?|propuestas?|ideas?|descripción|sugerencias?|escena)(?: para (?:ti|usted))?",
                    "qué tal(?: si (?:probamos|hacemos))?", "qué te parece",
                    "(?:imagina|imagine|imagínate|visualiza)(?: esto)?", "probemos(?: con)?",
                    "vamos a (?:probar|hacer)",
                    "(?:crea|genera|haz|hazme|muéstrame)(?: una?| cuatro| \\d{1,2}) " + PICTURE + "(?: (?:de mí|mía))?",
                    "(?:una?) " + PICTURE + " (?:mía|mío|de mí|tuya|tuyo)", "para (?:esta|tu|su) sesión", "por favor"),
            List.of("yo", "nosotros", "tú", "usted", "puedo", "podemos",
                    "si (?:quieres|quiere|te|le|lo|prefieres|deseas)", "no dudes", "avísame", "dime", "déjame",
                    "hazme saber",
                    "(?:quieres|quiere|quisieras|te gustaría|le gustaría|te parece|prefieres|deseas|puedes|te gusta)",
                    "(?:qué|cuál|cuáles|cómo|por qué|cuándo)",
                    "(?:esta|este|estas) (?:imagen|foto|fotografía|prompt|concepto|retrato|escena)",
                    "como (?:ia|modelo de lenguaje|inteligencia)", "(?:ignora|ignore|olvida|olvide)",
                    "(?:responde|responda|escribe|devuelve|muestra) (?:solo|sólo|únicamente|con|en|el|la)",
                    "(?:nota|consejo|atención|aviso|importante)(?= ?[:!.–—-])",
                    "(?:lo siento|lamentablemente|espero|disfruta|elige|escoge)", "(?:saludos|un saludo|un abrazo)",
                    "evita", "nunca"),
            List.of("tú", "tus?", "usted(?:es)?", "quieres", "te gustaría", "le gustaría", "avísame", "dime", "déjame",
                    "puedo", "te parece", "no dudes", "por favor", "ignora las", "por supuesto(?= ?[!,])"));

    private SpanishSpeech() {}
}
