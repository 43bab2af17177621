package io.synthforce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna:secret@db:5433/workforce",
                "postgres://anna:secret@db:5433/workforce",
                "postgresql+asyncpg://anna:secret@db:5433/workforce",
                "postgresql+psycopg://anna:secret@db:5433/workforce",
                "jdbc:postgresql://anna:secret@db:5433/workforce",
                "jdbc:postgresql://db:5433/workforce?user=anna&password=secret",
                "  postgresql://anna:secret@db:5433/workforce  "
            })
    void every_usual_form_is_understood(String value) {
        assertThat(DatabaseUrl.parse(value))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5433/workforce", "anna", "secret"));
    }

    @Test
    void user_and_password_are_percent_decoded_and_a_plus_stays_a_plus() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://an%40na:p%2Fw%3A%25+%C3%A9:@db/w");

        assertThat(url.user()).isEqualTo("an@na");
        assertThat(url.password()).isEqualTo("p/w:%+é:");
    }

    @Test
    void user_password_and_port_may_be_left_out() {
        assertThat(DatabaseUrl.parse("postgresql://db/w"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://db/w", null, null));
        assertThat(DatabaseUrl.parse("postgresql://anna@[::1]:5432/w"))
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://[::1]:5432/w", "anna", null));
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=require, sslmode=require",
        "ssl=require, sslmode=require",
        "ssl=verify-full, sslmode=verify-full",
        "ssl=true, sslmode=require",
        "ssl=false, sslmode=disable",
        "connect_timeout=3, connectTimeout=3",
        "application_name=x, ApplicationName=x",
        "channel_binding=require&sslmode=require, channelBinding=require&sslmode=require",
        "targetServerType=primary, targetServerType=primary"
    })
    void parameters_are_translated_for_the_driver(String given, String translated) {
        assertThat(DatabaseUrl.parse("postgresql+asyncpg://db/w?" + given).jdbc())
                .isEqualTo("jdbc:postgresql://db/w?" + translated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://anna:secret@db/w",
                "postgresql://anna:secret@db",
                "postgresql://anna:secret@db/",
                "postgresql://anna:sec%zzret@db/w",
                "anna:secret@db/w",
                "sqlite:///secret.db"
            })
    void anything_else_is_refused_by_the_variables_name_and_without_its_value(String value) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> DatabaseUrl.parse(value))
                .withMessageStartingWith("DATABASE_URL is not an address of PostgreSQL")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "anna"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("DATABASE_URL"));
    }

    @Test
    void the_password_is_not_printed() {
        assertThat(DatabaseUrl.parse("postgresql://anna:secret@db/w").toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://db:6379/0",
                "redis://:secret@db:6379",
                "rediss://anna:secret@db:6380/2",
                "redis://db:6379/0?decode_responses=True"
            })
    void redis_is_where_its_variable_says(String value) {
        assertThat(RedisUrl.parse(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://secret@db", "secret@db:6379", "redis://", "redis://db/secret", "redis://a b:secret@db"})
    void another_address_of_redis_is_refused_without_its_value(String value) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> RedisUrl.parse(value))
                .withMessageStartingWith("REDIS_URL is not an address of Redis")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
}
