# Answers "<length>\n<source>" with one line of JSON: the syntax errors of the source, which is parsed and never run, not even its BEGIN
# blocks. Lines count from 1, columns in bytes from 1; what is not known is left out.
require "json"
require "rbconfig"

NAME = "<source>"

# From Ruby 3.4 on Prism is the parser of the language, and tells places; before, only messages tell them.
PRISM = (RUBY_VERSION.split(".").map(&:to_i) <=> [3, 4]) >= 0 && begin
  require "prism"
  true
rescue LoadError
  false
end

# The parser before Prism finds its way back so badly that what it tells after the first mistake is mostly its own.
MOST_ERRORS = PRISM ? 20 : 1

def check(source)
  return Prism.parse(source).errors.map { |error| locate(error.message, error.location) } if PRISM

  begin
    RubyVM::AbstractSyntaxTree.parse(source)
    return []
  rescue SyntaxError
    # Its message tells no line. What is compiled has a name, and its messages do; what does not parse is not compiled either.
  end
  begin
    RubyVM::InstructionSequence.compile(source, NAME)
    []
  rescue SyntaxError => e
    read(e.message, source.b.split("\n"))
  end
end

def locate(message, location)
  { message: message, line: location.start_line, column: location.start_column + 1, endLine: location.end_line, endColumn: location.end_column + 1 }
end

# Each error is a line "<source>:2: what is wrong", and for some then the line of code and a line with "^~~" below its place.
def read(message, source)
  lines = message.b.split("\n")
  lines.each_with_index.filter_map do |line, i|
    next unless line =~ /\A#{NAME}:(\d+): (.*)/

    number = $1.to_i
    { message: $2.force_encoding(Encoding::UTF_8).scrub, line: number, endLine: number }.merge(marked(source[number - 1].to_s, lines[i + 1], lines[i + 2]))
  end
end

# "..." stands at both ends for what is left out of a long line.
def marked(line, shown, marks)
  return {} unless marks =~ /\A(\.\.\.)?\s*(\^~*)\z/n

  column = marks.index("^") + 1
  column += line.index(shown[3..].delete_suffix("...")).to_i - 3 if $1
  { column: column, endColumn: column + $2.size }
end

def answer(source)
  return { version: RUBY_VERSION, path: RbConfig.ruby } if source == "?"

  { errors: check(source.force_encoding(Encoding::UTF_8)).first(MOST_ERRORS), version: RUBY_VERSION }
rescue StandardError, NotImplementedError, NoMemoryError, SystemStackError
  {} # too deep, of an unknown encoding, or by a Ruby without these parsers
end

begin
  limit = ARGV.first.to_i
  Process.setrlimit(Process::RLIMIT_AS, limit, limit)
rescue NotImplementedError, SystemCallError, ArgumentError
  # The parent watches as well.
end
$stdin.binmode
while (head = $stdin.gets)
  $stdout.puts(JSON.generate(answer($stdin.read(head.to_i))))
  $stdout.flush
end
