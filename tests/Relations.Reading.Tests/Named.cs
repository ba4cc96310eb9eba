using Relations.Reading.Dates;
using Relations.Reading.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Tests;

/// <summary>Who and what a text names.</summary>
internal sealed record Named(string Text, OrganisationsRead Organisations, PeopleRead People)
{
    public static Named In(string text, ReadingContext? context = null)
    {
        var read = ReadText.Of(text);
        var dates = DateReader.Read(read, context ?? ReadingContext.None);
        var organisations = OrganisationReader.Read(read, context ?? ReadingContext.None, dates);
        return new(text, organisations, PersonReader.Read(read, organisations, dates));
    }

    /// <summary>The short name of an organisation: its first acronym, or its first name.</summary>
    public string? Short(string? key) => key is null
        ? null
        : Organisations.Organisations.Single(o => o.Key == key) is var o ? o.Names.Select(n => n.Acronym).FirstOrDefault(a => a is not null) ?? o.Names[0].Name : null;

    /// <summary>The organisations, by their short names.</summary>
    public string Bodies => string.Join("; ", Organisations.Organisations.Select(o => Short(o.Key)));

    /// <summary>What is named where, in order.</summary>
    public string Mentions => string.Join("; ", Organisations.Mentions.Select(m => $"{m.Passage.In(Text)} = {Short(m.Key)}"));

    /// <summary>Who stands under whom.</summary>
    public string Placements => string.Join("; ", Organisations.Placements.Select(p => $"{Short(p.Organisation)} {p.Relation} {Short(p.Parent)}"));

    /// <summary>The people: title, given names, surnames.</summary>
    public string Names => string.Join("; ", People.People.Select(p => $"{p.Name.Honorific}|{p.Name.Given}|{p.Name.Family}"));

    /// <summary>The posts: surname, post, organisation.</summary>
    public string Posts => string.Join("; ", People.Appointments.Select(a => $"{Surname(a.Person)}: {a.Post} @ {Short(a.Organisation)}{(a.Acting ? " acting" : "")}{(a.Former ? " former" : "")}{(a.From is null ? "" : $" from {a.From}")}"));

    /// <summary>Where people are named or meant.</summary>
    public string Places => string.Join("; ", People.Mentions.Select(m => $"{m.Name.In(Text)} = {Surname(m.Key)}"));

    private string Surname(string key) => People.People.Single(p => p.Key == key).Name.Family;
}
