using System.Globalization;
using Relations.Reading;
using Relations.Reading.Score;

// Prints precision and recall of the reader, by kind of fact, for each part of the corpus.
//   --seen, --unseen, --release   only that part
//   --detail                      what was missed and what is wrong, text by text
//   a word                        only the texts that have it in their name
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] parts = ["--seen", "--unseen", "--release"];
var asked = parts.Where(args.Contains).DefaultIfEmpty().ToList();
var word = args.FirstOrDefault(a => !a.StartsWith('-'));
if (Is("--seen"))
    Print("seen", Corpus.Seen);
if (Is("--unseen"))
    Print("unseen", Corpus.Unseen);
if (Is("--release"))
    Print("release", Corpus.RealRelease is { } release ? [release] : []);

bool Is(string part) => asked.Contains(part) || asked is [null];

void Print(string part, IReadOnlyList<CorpusText> texts)
{
    texts = [.. texts.Where(t => word is null || t.Name.Contains(word, StringComparison.Ordinal))];
    var scores = Corpus.Score(texts);
    if (args.Contains("--detail"))
    {
        foreach (var score in scores)
            Details(score);
    }

    Console.WriteLine($"{part + $" ({texts.Count} texts)",-24} expected  proposed  found  precision  recall");
    foreach (var kind in DecisiveField.Kinds)
        Row(kind, Tally.Of(scores, kind));
    Row("all", Tally.Of(scores));
    Row("all but doubtful", Tally.Of(Corpus.Score(texts, Confidence.Doubtful)));
    Console.WriteLine($"signatures and renewals where the text has none: {scores.Sum(s => s.Wrong.Count(w => w.IsInventedAct(s.Text)))}");
    Console.WriteLine();
}

static void Row(string name, Tally tally) => Console.WriteLine(
    $"  {name,-22} {tally.Found + tally.Missed,8}  {tally.Found + tally.Wrong,8}  {tally.Found,5}  {tally.Precision,9:0.000}  {tally.Recall,6:0.000}");

static void Details(TextScore score)
{
    foreach (var (fact, differences) in score.Missed)
        Console.WriteLine($"{score.Text.Name}: missed {fact.Kind} {Words(fact.At)} {fact.Fields.ToJsonString(ProposedFact.Readable)}{Why(differences)}");
    foreach (var (fact, differences) in score.Wrong)
        Console.WriteLine($"{score.Text.Name}: wrong {fact.Kind} {Words([fact.Fact.Passage])} {fact.Fields}{Why(differences)}");

    string Words(IReadOnlyList<Passage> at) => at.Count == 0 ? "" : $"“{Short(at[0].In(score.Text.Text))}”";

    static string Short(string words) => words.Length <= 80 ? words : words[..80] + "…";

    static string Why(IReadOnlyList<string> differences) => differences.Count == 0 ? "" : $" — nearest differs in {string.Join(", ", differences)}";
}
