// Answers "<length>\n<source>" with one line of JSON: the syntax errors of the source. It is parsed and nothing more: no name is looked
// up, no annotation processor runs, nothing is compiled or run. Needs the compiler of a JDK 11 or newer.
import com.sun.source.util.JavacTask;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

final class JavaWorker {
    private static final int MOST_ERRORS = 20;

    /** Enough for code that people write; deeper nesting ends in an error that is caught. */
    private static final long STACK_BYTES = 16 << 20;

    /** The language's version is the compiler's. */
    private static final String VERSION = Integer.toString(Runtime.version().feature());

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    public static void main(String[] args) throws InterruptedException {
        Thread thread = new Thread(null, () -> new JavaWorker().serve(), "worker", STACK_BYTES);
        thread.start();
        thread.join();
    }

    private void serve() {
        InputStream requests = new BufferedInputStream(System.in);
        try (OutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            for (int length; (length = readLength(requests)) >= 0; ) {
                String source = new String(requests.readNBytes(length), StandardCharsets.UTF_8);
                answers.write((source.equals("?") ? describe() : check(source)).concat("\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }

    private static int readLength(InputStream requests) throws IOException {
        int length = 0;
        for (int digit; (digit = requests.read()) != '\n'; length = length * 10 + digit - '0') {
            if (digit < 0) {
                return -1;
            }
        }
        return length;
    }

    private static String describe() {
        return "{\"version\":" + quote(System.getProperty("java.version")) + ",\"path\":" + quote(System.getProperty("java.home")) + "}";
    }

    private String check(String source) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try {
            JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return source;
                }
            };
            List<String> options = List.of("-proc:none", "-source", VERSION, "--enable-preview");
            ((JavacTask) compiler.getTask(Writer.nullWriter(), files, found, options, null, List.of(file))).parse();
        } catch (IOException | RuntimeException | Error e) {
            return "{}"; // too deep, too large, or a mistake of the compiler's own
        }

        StringBuilder errors = new StringBuilder("{\"errors\":[");
        int count = 0;
        for (Diagnostic<?> diagnostic : found.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && count < MOST_ERRORS) {
                errors.append(count++ > 0 ? "," : "")
                    .append("{\"kind\":").append(quote(diagnostic.getCode()))
                    .append(",\"message\":").append(quote(diagnostic.getMessage(Locale.ROOT)))
                    .append(",\"start\":").append(diagnostic.getPosition()).append('}');
            }
        }
        return errors.append("],\"version\":").append(quote(VERSION)).append('}').toString();
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char unit : String.valueOf(text).toCharArray()) {
            if (unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit)) {
                quoted.append(String.format("\\u%04x", (int) unit));
            } else {
                quoted.append(unit);
            }
        }
        return quoted.append('"').toString();
    }
}
