namespace Relations.App.Import.Generated;

/// <summary>The words that generated names and texts are made of. No name is that of a real person or body but by chance.</summary>
internal static class Words
{
    /// <summary>Given names.</summary>
    public static readonly string[] Given =
    [
        "Adriana", "Alberto", "Amparo", "Andrés", "Beatriz", "Camila", "Carlos", "Catalina", "César", "Claudia", "Daniel", "Diego", "Elena",
        "Esteban", "Fernanda", "Gabriela", "Gonzalo", "Hernán", "Inés", "Iván", "Jimena", "Joaquín", "José", "Julián", "Laura", "Lucía",
        "Luis", "Manuel", "Marcela", "María", "Martín", "Mónica", "Nicolás", "Óscar", "Paula", "Pilar", "Ramiro", "Raúl", "Rocío", "Rosa",
        "Sebastián", "Sofía", "Teresa", "Tomás", "Verónica", "Víctor", "Ximena", "Yolanda",
    ];

    /// <summary>Family names; a person has two.</summary>
    public static readonly string[] Family =
    [
        "Aguirre", "Álvarez", "Arce", "Arias", "Ávila", "Benavides", "Bravo", "Cabrera", "Calderón", "Cárdenas", "Castillo", "Céspedes",
        "Choque", "Condori", "Delgado", "Escobar", "Espinoza", "Flores", "Fuentes", "Gutiérrez", "Herrera", "Huamán", "Ibáñez", "León",
        "Loayza", "Mamani", "Medina", "Mejía", "Mendoza", "Morales", "Núñez", "Ortega", "Paredes", "Peña", "Quiroga", "Quispe", "Ramírez",
        "Rivera", "Rojas", "Salazar", "Sánchez", "Soto", "Tapia", "Torres", "Valencia", "Vargas", "Yupanqui", "Zúñiga",
    ];

    /// <summary>What people are called before their names.</summary>
    public static readonly string[] Honorifics = ["Dr.", "Dra.", "Ing.", "Emb.", "Lic."];

    /// <summary>Posts, as written in lists of participants.</summary>
    public static readonly string[] Posts =
    [
        "Secretaria General", "Director General", "Directora de Asuntos Sociales", "Jefe de Misión", "Coordinadora de Programas",
        "Oficial de Enlace", "Funcionario de Programas y Proyectos", "Asesora Jurídica", "Representante Permanente", "Embajador",
        "Director de Cooperación", "Jefa de Gabinete",
    ];

    /// <summary>Kinds of bodies, in Spanish and in English, with the first letters of their acronyms.</summary>
    public static readonly (string Spanish, string English, string Letters)[] Bodies =
    [
        ("Organización", "Organisation", "O"), ("Comunidad", "Community", "C"), ("Secretaría", "Secretariat", "S"),
        ("Instituto", "Institute", "I"), ("Agencia", "Agency", "A"), ("Comisión", "Commission", "C"), ("Fundación", "Foundation", "F"),
        ("Universidad", "University", "U"), ("Ministerio", "Ministry", "M"), ("Consejo", "Council", "C"), ("Red", "Network", "R"),
        ("Centro", "Centre", "C"),
    ];

    /// <summary>What the bodies see to, in Spanish and in English.</summary>
    public static readonly (string Spanish, string English, string Letters)[] Fields =
    [
        ("de Integración", "for Integration", "I"), ("de Migraciones", "for Migration", "M"), ("de Comercio", "for Trade", "C"),
        ("de Salud Pública", "for Public Health", "SP"), ("del Agua", "for Water", "A"), ("de Energía", "for Energy", "E"),
        ("de Desarrollo Rural", "for Rural Development", "DR"), ("de Derechos Humanos", "for Human Rights", "DH"),
        ("de Educación Superior", "for Higher Education", "ES"), ("de Gestión del Riesgo", "for Disaster Risk Management", "GR"),
        ("de Pueblos Indígenas", "for Indigenous Peoples", "PI"), ("de Ciencia y Tecnología", "for Science and Technology", "CT"),
    ];

    /// <summary>Where the bodies are, in Spanish and in English.</summary>
    public static readonly (string Spanish, string English, string Letters)[] Regions =
    [
        ("Andina", "of the Andes", "A"), ("del Pacífico", "of the Pacific", "P"), ("de la Amazonía", "of the Amazon", "AM"),
        ("del Sur", "of the South", "S"), ("Interamericana", "of the Americas", "IA"), ("del Altiplano", "of the Altiplano", "AL"),
        ("del Caribe", "of the Caribbean", "CA"), ("Iberoamericana", "of Ibero-America", "IB"),
    ];

    /// <summary>Cities with their countries (ISO 3166-1 alpha-2).</summary>
    public static readonly (string City, string Country)[] Cities =
    [
        ("Lima", "PE"), ("Cusco", "PE"), ("Quito", "EC"), ("Guayaquil", "EC"), ("Bogotá", "CO"), ("Cali", "CO"), ("La Paz", "BO"),
        ("Santa Cruz de la Sierra", "BO"), ("Santiago", "CL"), ("Buenos Aires", "AR"), ("Panamá", "PA"), ("Ginebra", "CH"), ("Madrid", "ES"),
    ];

    /// <summary>What is talked about and worked on.</summary>
    public static readonly string[] Topics =
    [
        "integración andina", "ciudadanía andina", "gobernanza migratoria", "libre circulación de personas", "derechos de las personas migrantes",
        "seguridad alimentaria", "gestión del riesgo de desastres", "comercio electrónico", "reconocimiento de títulos", "agua y saneamiento",
        "salud en las fronteras", "interconexión eléctrica", "pueblos indígenas", "cambio climático", "trata de personas",
        "cooperación técnica", "estadísticas comunes", "identidad digital", "transporte por carretera", "participación de la sociedad civil",
    ];

    /// <summary>How outcomes begin.</summary>
    public static readonly string[] Outcomes =
    [
        "Se acordó formar un grupo de trabajo sobre", "Se reafirmó el interés mutuo en", "Se decidió presentar una propuesta conjunta sobre",
        "Se tomó nota de los avances en", "Se convino en intercambiar información sobre",
    ];

    /// <summary>How statements begin.</summary>
    public static readonly string[] Statements =
    [
        "Destacó la importancia de trabajar juntos en", "Señaló que su institución seguirá apoyando los esfuerzos en",
        "Recordó los compromisos asumidos en materia de", "Invitó a las partes a una reunión técnica sobre",
    ];

    /// <summary>How commitments begin.</summary>
    public static readonly string[] Undertakings =
    [
        "Entregar un informe sobre", "Designar un punto focal para", "Enviar una propuesta de plan de trabajo sobre",
        "Organizar un taller regional sobre", "Compartir la base de datos sobre",
    ];

    /// <summary>Why something did not go as planned, or was recorded wrong.</summary>
    public static readonly string[] Reasons =
    [
        "Agenda de las autoridades", "Emergencia por lluvias", "Cambio de autoridades", "Falta de presupuesto", "Por acuerdo de las partes",
    ];
}
