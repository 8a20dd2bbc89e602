import com.sun.source.util.JavacTask;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Judges Java by javac's parser alone: a path a line in, a line of JSON out. */
final class JavaJudge {
    public static void main(String[] arguments) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var input = new BufferedReader(new InputStreamReader(System.in));
        for (String path; (path = input.readLine()) != null; ) {
            var found = new DiagnosticCollector<JavaFileObject>();
            try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
                var units = files.getJavaFileObjects(path);
                ((JavacTask) compiler.getTask(null, files, found, List.of("-proc:none"), null, units)).parse();
            }

            System.out.println(verdict(found));
        }
    }

    private static String verdict(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
            .findFirst()
            .map(one -> "{\"ok\":false,\"line\":" + one.getLineNumber() + ",\"message\":\"" + one.getCode() + "\"}")
            .orElse("{\"ok\":true}");
    }
}
