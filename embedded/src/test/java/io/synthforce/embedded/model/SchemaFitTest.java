package io.synthforce.embedded.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.embedded.groq.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object','properties':{'verdict':{'type':'string','enum':['yes','no']},'why':{'type':'string'}},"
                        + "'required':['verdict','why'],'additionalProperties':false}",
                "{'type':'object','properties':{'note':{'anyOf':[{'type':'string'},{'type':'null'}]},"
                        + "'kind':{'const':'memo'},'count':{'type':'integer','minimum':3,'maximum':4},"
                        + "'share':{'type':['number','null']}},'required':['note','kind','count','share'],"
                        + "'additionalProperties':false}",
                "{'$defs':{'node':{'type':'object','properties':{'name':{'type':'string'},"
                        + "'children':{'type':'array','items':{'$ref':'#/$defs/node'}},"
                        + "'next':{'anyOf':[{'$ref':'#/$defs/node'},{'type':'null'}]}},"
                        + "'required':['name','children','next'],'additionalProperties':false}},'$ref':'#/$defs/node'}",
                "{'type':'object','properties':{'none':{'type':'array','items':{'type':'string','enum':[]}},"
                        + "'flag':{'type':'boolean'},'nothing':{'type':'null'}},'required':['none','flag','nothing'],"
                        + "'additionalProperties':false}",
                "{'type':'array','items':{'type':'integer'}}"
            })
    void anUnknownSchemaIsAnsweredByItsOwnTerms(String schema) {
        var tree = Schemas.tree(schema.replace('\'', '"'));
        for (var seed = 0L; seed < 50; seed++) {
            var content = Scripted.content(
                    Prompts.priceIncrease().seed(seed).request("verdict", tree, "## Scenario\nA bakery."));

            assertThat(Schemas.errors(tree, Schemas.tree(content))).isEmpty();
        }
    }

    @Test
    void aDraftIsKeptWhereItFitsAndMendedWhereNot() {
        var schema = Schemas.tree("""
            {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string", "enum": ["x", "y"]},
             "c": {"type": "integer"}}}
            """);
        var draft = Schemas.tree("{\"a\": \"kept\", \"b\": \"z\", \"d\": \"dropped\"}");

        var fitted = new SchemaFit(schema, new Chance(1), path -> "made up").fit(draft);

        assertThat(fitted.get("a").stringValue()).isEqualTo("kept");
        assertThat(fitted.get("b").stringValue()).isIn("x", "y");
        assertThat(fitted.get("c").isIntegralNumber()).isTrue();
        assertThat(fitted.has("d")).isFalse();
    }
}
