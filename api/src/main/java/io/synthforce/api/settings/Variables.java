package io.synthforce.api.settings;

import static io.synthforce.api.settings.Checks.anything;
import static io.synthforce.api.settings.Checks.bool;
import static io.synthforce.api.settings.Checks.duration;
import static io.synthforce.api.settings.Checks.exactly;
import static io.synthforce.api.settings.Checks.file;
import static io.synthforce.api.settings.Checks.host;
import static io.synthforce.api.settings.Checks.hostAndPort;
import static io.synthforce.api.settings.Checks.hosts;
import static io.synthforce.api.settings.Checks.integer;
import static io.synthforce.api.settings.Checks.key;
import static io.synthforce.api.settings.Checks.limits;
import static io.synthforce.api.settings.Checks.listOf;
import static io.synthforce.api.settings.Checks.names;
import static io.synthforce.api.settings.Checks.notBlank;
import static io.synthforce.api.settings.Checks.number;
import static io.synthforce.api.settings.Checks.oneOf;
import static io.synthforce.api.settings.Checks.origins;
import static io.synthforce.api.settings.Checks.token;
import static io.synthforce.api.settings.Checks.url;

import java.util.List;
import java.util.Set;

/** All variables the program reads that can be wrong in themselves. */
final class Variables {

    static final String ROLES = "SYNTHFORCE_ROLES";
    static final String HOST = "HOST";
    static final String PORT = "PORT";
    static final String DATA_DIR = "SYNTHFORCE_DATA_DIR";

    private static final String TRUE_OR_FALSE = "set it to true or false";
    private static final String A_PEM_FILE = "set it to the path of a PEM file";
    private static final String A_GROQ_KEY = "copy it again from the Groq console";

    static final List<Variable> ALL = List.of(
            new Variable(ROLES, listOf(Set.of("api", "worker")), "set it to api, worker or api,worker"),
            new Variable(PORT, integer(0, 65_535), "set it to a free port such as 8000"),
            new Variable(HOST, host(), "set it to 127.0.0.1, to 0.0.0.0 or to an address of this machine"),
            new Variable(
                    "LOG_LEVEL",
                    oneOf("TRACE", "DEBUG", "INFO", "WARN", "WARNING", "ERROR", "CRITICAL", "OFF"),
                    "set it to DEBUG, INFO, WARN or ERROR"),
            new Variable(
                    "CORS_ORIGINS",
                    origins(),
                    "set it to origins such as http://localhost:3000,https://app.example.com"),
            new Variable(
                    "ALLOWED_HOSTS",
                    hosts(),
                    "set it to host names without ports, such as synthforce.internal, separated by commas"),
            new Variable(
                    ApiToken.VARIABLE, token(), "set it to 16 characters or more, such as openssl rand -hex 32 gives"),
            new Variable("METRICS_ENABLED", bool(), "set it to true or false"),
            new Variable("RATE_LIMIT_ENABLED", bool(), "set it to true or false"),
            new Variable("RATE_LIMIT_REQUESTS", integer(1, 10_000), "set it to a number from 1 to 10000"),
            new Variable("RATE_LIMIT_WINDOW", integer(1, 3_600), "set it to a number of seconds from 1 to 3600"),
            new Variable("TRUSTED_PROXIES", integer(0, 10), "set it to how many proxies stand before the service"),
            new Variable("JSON_LOGS", bool(), TRUE_OR_FALSE),
            new Variable("DEBUG", bool(), TRUE_OR_FALSE),
            new Variable("APP_NAME", notBlank(), "set it to the name to show or leave it out"),
            new Variable("API_VERSION", notBlank(), "set it to the version to show or leave it out"),
            new Variable("ENVIRONMENT", notBlank(), "set it to a word such as production or leave it out"),
            new Variable("WORKERS", integer(1, 1_000), "leave it out: one process serves all, and others may join it"),
            new Variable("SECRET_KEY", anything(), "leave it out"),
            new Variable("SYNC_TIMEOUT", duration(), "set it to a time such as 600s or 10m"),
            new Variable(DATA_DIR, notBlank(), "set it to a directory or leave it out to use .synthforce"),
            new Variable(
                    "DATABASE_URL",
                    url("postgres", "postgresql", "jdbc:postgresql"),
                    "set it to an address such as postgresql://user:password@host:5432/synthforce"),
            new Variable("DB_POOL_MIN", integer(1, 50), "set it to a number of connections from 1 to 50"),
            new Variable("DB_POOL_MAX", integer(5, 100), "set it to a number of connections from 5 to 100"),
            new Variable("DB_POOL_TIMEOUT", integer(5, 120), "set it to a number of seconds from 5 to 120"),
            new Variable("DB_ECHO", bool(), TRUE_OR_FALSE),
            new Variable("REDIS_MAX_CONNECTIONS", integer(1, 10_000), "set it to 1 or more, or leave it out"),
            new Variable("REDIS_DECODE_RESPONSES", bool(), TRUE_OR_FALSE),
            new Variable("REDIS_URL", url("redis", "rediss"), "set it to an address such as redis://host:6379/0"),
            new Variable("TEMPORAL_ADDRESS", hostAndPort(), "set it to host:port, such as temporal:7233"),
            new Variable("TEMPORAL_NAMESPACE", notBlank(), "set it to a namespace of the server or leave it out"),
            new Variable("TEMPORAL_API_KEY", key(), "copy it again from Temporal Cloud"),
            new Variable("TEMPORAL_TLS", bool(), TRUE_OR_FALSE),
            new Variable("TEMPORAL_TLS_SERVER_NAME", notBlank(), "set it to the name in the server's certificate"),
            new Variable("TEMPORAL_TLS_SERVER_CA_CERT_PATH", file(), A_PEM_FILE),
            new Variable("TEMPORAL_TLS_CLIENT_CERT_PATH", file(), A_PEM_FILE),
            new Variable("TEMPORAL_TLS_CLIENT_KEY_PATH", file(), A_PEM_FILE),
            new Variable("TEMPORAL_UI_URL", url("http", "https"), "set it to an address such as http://temporal:8080"),
            new Variable(
                    "GROQ_BASE_URL",
                    url("http", "https"),
                    "set it to an address such as https://api.groq.com/openai/v1, or leave it out"),
            new Variable("LLM_BASE_URL", url("http", "https"), "set it to an address, or leave it out"),
            new Variable("GROQ_API_KEY", key(), A_GROQ_KEY),
            new Variable("GROQ_API_KEY1", key(), A_GROQ_KEY),
            new Variable("GROQ_API_KEY2", key(), A_GROQ_KEY),
            new Variable("GROQ_API_KEY3", key(), A_GROQ_KEY),
            new Variable("GROQ_MODEL", notBlank(), "set it to a model such as openai/gpt-oss-120b or leave it out"),
            new Variable(
                    "GROQ_FALLBACK_MODELS",
                    names(),
                    "set it to models such as openai/gpt-oss-20b, separated by commas, or leave it out"),
            new Variable(
                    "GROQ_STRUCTURED_OUTPUT",
                    oneOf("AUTO", "STRICT", "JSON", "PROMPT"),
                    "set it to auto, strict, json or prompt"),
            new Variable(
                    "GROQ_REASONING_EFFORT",
                    exactly("low", "medium", "high", "none", "default"),
                    "set it to low, medium or high (gpt-oss), none or default (qwen)"),
            new Variable(
                    "PRICES_FILE",
                    file(),
                    "set it to the path of a table of model,valid_from,prompt,cached,completion"),
            new Variable(
                    "GROQ_LIMITS",
                    limits(),
                    "set it to none or to limits such as rpm=30,tpm=8000,rpd=1000,tpd=200000, or leave it out"),
            new Variable(
                    "GROQ_ORGANISATIONS",
                    names(),
                    "set it to a name for each key's organisation, such as acme,acme,lab, or leave it out"),
            new Variable(
                    "GROQ_WHAT_IF_TIER",
                    exactly("on_demand", "flex", "auto"),
                    "set it to on_demand, flex or auto, or leave it out"),
            new Variable("GROQ_TEMPERATURE", number(0, 2), "set it to a number from 0 to 2"),
            new Variable("GROQ_TIMEOUT", integer(5, 120), "set it to a number of seconds from 5 to 120"),
            new Variable("GROQ_MAX_RETRIES", integer(1, 10), "set it to a number from 1 to 10"),
            new Variable("GROQ_MAX_TOKENS", integer(1, 32_768), "set it to a number from 1 to 32768"),
            new Variable("MAX_SIMULATION_TURNS", integer(1, 500), "set it to a number of turns from 1 to 500"),
            new Variable("MAX_CONCURRENT_SIMULATIONS", integer(1, 100), "set it to a number from 1 to 100"),
            new Variable("SESSION_TIMEOUT_MINUTES", integer(5, 1_440), "set it to a number of minutes from 5 to 1440"),
            new Variable("MEMORY_RETENTION_DAYS", integer(1, 365), "set it to a number of days from 1 to 365"));

    private Variables() {}
}
