import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.neo4j.cypher.internal.parser.v25.Cypher25Lexer;
import org.neo4j.cypher.internal.parser.v5.Cypher5Lexer;

/**
 * Reads scripts, one a line in Base64 of UTF-16LE, and writes for each where Neo4j's own lexers see the
 * semicolons that end statements: offsets in UTF-16 units.
 */
class StatementEnds {
  public static void main(String[] arguments) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    var answers = new StringBuilder();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      var script = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_16LE);
      var five = ends(script, Cypher5Lexer::new, Cypher5Lexer.SEMICOLON);
      var twentyFive = ends(script, Cypher25Lexer::new, Cypher25Lexer.SEMICOLON);
      answers.append(five.equals(twentyFive) ? five : five + " but in Cypher 25 " + twentyFive).append('\n');
    }
    System.out.print(answers);
  }

  private static String ends(String script, Function<CharStream, Lexer> open, int semicolon) {
    var lexer = open.apply(CharStreams.fromString(script));
    lexer.removeErrorListeners();
    return lexer.getAllTokens().stream()
        .filter(token -> token.getType() == semicolon && token.getChannel() == Token.DEFAULT_CHANNEL)
        .map(token -> String.valueOf(script.offsetByCodePoints(0, token.getStartIndex())))
        .collect(Collectors.joining(" "));
  }
}
