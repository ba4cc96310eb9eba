namespace Relations.App.Reminders;

/// <summary>Adds reminders by mail.</summary>
public static class RemindersSetup
{
    /// <summary>Adds them.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <exception cref="Access.Web.UnusableSettingException">A setting is wrong.</exception>
    public static void AddReminders(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = MailSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(services => new Mailer(settings, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ReminderBook>();
        builder.Services.AddSingleton<DueDigests>();
        builder.Services.AddSingleton<Digests>();
        builder.Services.AddScoped<DigestReader>();
    }
}
