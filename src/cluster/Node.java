/** Starts one node of the engine: its jars have no program of their own. Reflection, so that nothing here needs its JDK. */
public final class Node {

    private Node() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Object server = Class.forName("io.trino.server.Server").getConstructor().newInstance();
        server.getClass().getMethod("start", String.class).invoke(server, "483");
    }
}
