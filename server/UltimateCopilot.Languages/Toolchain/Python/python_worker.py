# Answers "<length>\n<source>" with one line of JSON: its first mistake, if it has one.
# The source is compiled, which finds what the parser leaves to the compiler, such as a "return" outside of functions; it is never run.
import json
import sys
import warnings


def check(source):
    try:
        compile(source, "<source>", "exec", dont_inherit=True)
    except SyntaxError as e:
        return [
            {
                "message": e.msg,
                "kind": type(e).__name__,
                "line": e.lineno or 1,
                "column": e.offset or 1,
                "endLine": getattr(e, "end_lineno", None) or 0,
                "endColumn": getattr(e, "end_offset", None) or 0,
            }
        ]
    except (ValueError, OverflowError) as e:
        return [{"message": str(e), "kind": "ValueError", "line": 1, "column": 1}]
    return []


def main():
    limit = int(sys.argv[1])
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, ValueError, OSError):
        pass  # the parent watches as well
    warnings.simplefilter("ignore")
    version = sys.version.split()[0]
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        head = requests.readline()
        if not head:
            return
        source = requests.read(int(head))
        if source == b"?":
            answer = {"version": version, "path": sys.executable}
        else:
            try:
                answer = {"errors": check(source), "version": version}
            except (RecursionError, MemoryError):
                answer = {}  # no verdict
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


main()
