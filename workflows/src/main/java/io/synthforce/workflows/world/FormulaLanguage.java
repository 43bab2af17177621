package io.synthforce.workflows.world;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;

/** What may be written in a formula: no chance, clock, text, power or anything else that is large or different elsewhere. */
final class FormulaLanguage {

    static final ExpressionConfiguration CONFIGURATION = configuration();

    private FormulaLanguage() {}

    @SuppressWarnings("unchecked") // The library's dictionaries are made of generic arrays.
    private static ExpressionConfiguration configuration() {
        return ExpressionConfiguration.builder()
                .mathContext(MathContext.DECIMAL128)
                .arraysAllowed(false)
                .structuresAllowed(false)
                .binaryAllowed(false)
                .implicitMultiplicationAllowed(false)
                .defaultConstants(new TreeMap<>())
                .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                        Map.entry("min", new MinFunction()),
                        Map.entry("max", new MaxFunction()),
                        Map.entry("abs", new AbsFunction()),
                        Map.entry("floor", new FloorFunction()),
                        Map.entry("ceiling", new CeilingFunction()),
                        Map.entry("if", new IfFunction())))
                .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                        Map.entry("+", new InfixPlusOperator()),
                        Map.entry("-", new InfixMinusOperator()),
                        Map.entry("*", new InfixMultiplicationOperator()),
                        Map.entry("/", new InfixDivisionOperator()),
                        Map.entry("-", new PrefixMinusOperator()),
                        Map.entry("<", new TruthOperator(new InfixLessOperator())),
                        Map.entry("<=", new TruthOperator(new InfixLessEqualsOperator())),
                        Map.entry(">", new TruthOperator(new InfixGreaterOperator())),
                        Map.entry(">=", new TruthOperator(new InfixGreaterEqualsOperator())),
                        Map.entry("==", new TruthOperator(new InfixEqualsOperator())),
                        Map.entry("!=", new TruthOperator(new InfixNotEqualsOperator())),
                        Map.entry("&&", new TruthOperator(new InfixAndOperator())),
                        Map.entry("||", new TruthOperator(new InfixOrOperator()))))
                .build();
    }
}
