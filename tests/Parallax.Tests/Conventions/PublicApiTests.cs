using System.Reflection;
using System.Text;
using Xunit;

namespace Parallax.Tests.Conventions;

/// <summary>What the package promises stands in one reviewed file; a change of it is a change of that file.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_reviewed_one()
    {
        string actual = Describe(typeof(Analysis).Assembly);
        string path = Repository.PathTo("src", "Parallax", "PublicApi.txt");
        string reviewed = File.Exists(path) ? File.ReadAllText(path) : "";
        if (actual != reviewed)
        {
            string written = Path.Combine(AppContext.BaseDirectory, "PublicApi.txt");
            File.WriteAllText(written, actual);
            HashSet<string> before = [.. reviewed.Split('\n')];
            HashSet<string> after = [.. actual.Split('\n')];
            Assert.Fail(
                $"The public API differs from src/Parallax/PublicApi.txt.\nNew:\n  {string.Join("\n  ", after.Except(before))}\nGone:\n  {string.Join("\n  ", before.Except(after))}\n" +
                $"If it is meant, review {written} and copy it over.");
        }
    }

    private static string Describe(Assembly assembly)
    {
        StringBuilder api = new();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            api.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m is not Type && !IsGenerated(m)).Select(Describe).Distinct().Order(StringComparer.Ordinal);
            foreach (string member in members)
                api.Append("    ").Append(member).Append('\n');
        }
        return api.ToString();
    }

    private static bool IsGenerated(MemberInfo member) =>
        member is MethodBase { IsSpecialName: true, IsConstructor: false }
        || member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$" or "value__" or "CompareTo"
        || member is MethodBase { IsConstructor: true } constructor && constructor.GetParameters() is [{ } only] && only.ParameterType == member.DeclaringType;

    private static string Describe(MemberInfo member) => member switch
    {
        MethodInfo method => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ get; }}",
        FieldInfo { IsLiteral: true } field => $"const {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        _ => member.ToString() ?? member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        string name = type.IsNested && type.DeclaringType is not null ? $"{type.DeclaringType.Name}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };
}
