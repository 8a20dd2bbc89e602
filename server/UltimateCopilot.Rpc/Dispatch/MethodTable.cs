using System.Text;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>Finds a method by its name as it stands in a message, without making a string of it.</summary>
internal sealed class MethodTable
{
    private readonly (byte[] Name, RpcMethod Method)[][] _buckets;

    public MethodTable(IReadOnlyCollection<RpcMethod> methods)
    {
        _buckets = new (byte[], RpcMethod)[Math.Max(1, methods.Count * 2)][];
        Array.Fill(_buckets, []);
        foreach (RpcMethod method in methods)
        {
            byte[] name = Encoding.UTF8.GetBytes(method.Name);
            ref (byte[], RpcMethod)[] bucket = ref Bucket(name);
            bucket = [.. bucket, (name, method)];
        }
    }

    public RpcMethod? Find(ReadOnlySpan<byte> name)
    {
        foreach ((byte[] known, RpcMethod method) in Bucket(name))
        {
            if (name.SequenceEqual(known))
            {
                return method;
            }
        }

        return null;
    }

    private ref (byte[] Name, RpcMethod Method)[] Bucket(ReadOnlySpan<byte> name)
    {
        // FNV-1a. The table never grows by what a peer sends, so nobody can make it slow.
        uint hash = 2166136261;
        foreach (byte b in name)
        {
            hash = (hash ^ b) * 16777619;
        }

        return ref _buckets[hash % (uint)_buckets.Length];
    }
}
