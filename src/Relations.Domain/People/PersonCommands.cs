using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.People;

/// <summary>What can be asked of a person's record.</summary>
public abstract record PersonCommand : Command;

/// <summary>Opens the record of a person.</summary>
/// <param name="Name">The name.</param>
public sealed record RegisterPerson(PersonName Name) : PersonCommand, IOpensRecord;

/// <summary>Corrects a name that was recorded wrong.</summary>
/// <param name="Name">The name as it really is.</param>
public sealed record CorrectPersonName(PersonName Name) : PersonCommand, ICorrects;

/// <summary>Records that the person holds or held a post, in full or as acting holder.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Post">The post, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="From">Since when; null where nobody knows.</param>
/// <param name="Before">The day before which it is attested to have begun, although nobody knows when: “newly appointed Secretary General”.</param>
/// <param name="Acting">Whether the person acts in a post that is vacant or another's.</param>
public sealed record AppointPerson(
    OrganisationId Organisation,
    string Post,
    EdtfDate? From = null,
    EdtfDate? Before = null,
    bool Acting = false) : PersonCommand;

/// <summary>Records that the person ceased to hold a post.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Post">The post.</param>
/// <param name="On">When.</param>
public sealed record EndAppointment(OrganisationId Organisation, string Post, EdtfDate On) : PersonCommand;

/// <summary>
/// Records that the person was given full powers to represent an organisation or a State in making an agreement (Vienna Conventions on
/// the Law of Treaties, 1969 and 1986, articles 2(1)(c) and 7).
/// </summary>
/// <param name="OnBehalfOf">The organisation or State that gave them.</param>
/// <param name="Agreement">The agreement they are for; null where it is not on record.</param>
/// <param name="Purpose">What they are for, such as signing, at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="On">When they were given.</param>
public sealed record GiveFullPowers(OrganisationId OnBehalfOf, AgreementId? Agreement, string Purpose, EdtfDate On) : PersonCommand;

/// <summary>Records that this record stands for the same person as an older one.</summary>
/// <param name="Original">The record to read instead.</param>
public sealed record LinkDuplicatePerson(PersonId Original) : PersonCommand;

/// <summary>Undoes the link to another record: they are two people after all.</summary>
public sealed record ReverseDuplicatePersonLink : PersonCommand, ICorrects;

/// <summary>Takes back an appointment that was entered in error. Of several that match, the one recorded last.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Post">The post.</param>
/// <param name="From">Its start exactly as recorded; null where it was recorded without one.</param>
/// <param name="Before">The day by which it is attested exactly as recorded; null where it was recorded without one.</param>
public sealed record RetractAppointment(
    OrganisationId Organisation,
    string Post,
    EdtfDate? From = null,
    EdtfDate? Before = null) : PersonCommand, ICorrects;

/// <summary>Takes back full powers that were entered in error.</summary>
/// <param name="OnBehalfOf">The organisation or State that was said to have given them.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Purpose">What they were for.</param>
/// <param name="On">When they were said to be given.</param>
public sealed record RetractFullPowers(
    OrganisationId OnBehalfOf, AgreementId? Agreement, string Purpose, EdtfDate On) : PersonCommand, ICorrects;

/// <summary>Asks that the name be erased. Another account decides.</summary>
/// <param name="Grounds">
/// Why: the person's request, or the end of the time that data may be kept, with its reference; at most <see cref="Limits.Subject"/>
/// characters, without anybody's name.
/// </param>
public sealed record RequestErasure(string Grounds) : PersonCommand;

/// <summary>Ends a request for erasure without erasing: it is refused, or withdrawn by whoever asked.</summary>
/// <param name="Why">Why, at most <see cref="Limits.Subject"/> characters; without anybody's name.</param>
public sealed record DropErasureRequest(string Why) : PersonCommand;

/// <summary>Erases the name, as another account has asked.</summary>
/// <param name="Decision">The reference of the decision, at most <see cref="Limits.Name"/> characters; without anybody's name.</param>
public sealed record ErasePersonalData(string Decision) : PersonCommand;
