package io.synthforce.workflows.world;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;

/** A comparison or connective whose truth is 1 and whose falsehood is 0, so that a chance or a size can be made of it. */
record TruthOperator(OperatorIfc operator) implements OperatorIfc {

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
            throws EvaluationException {
        boolean holds = operator.evaluate(expression, token, operands).getBooleanValue();
        return EvaluationValue.numberValue(holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    @Override
    public int getPrecedence() {
        return operator.getPrecedence();
    }

    @Override
    public int getPrecedence(ExpressionConfiguration configuration) {
        return operator.getPrecedence(configuration);
    }

    @Override
    public boolean isLeftAssociative() {
        return operator.isLeftAssociative();
    }

    @Override
    public boolean isPrefix() {
        return operator.isPrefix();
    }

    @Override
    public boolean isPostfix() {
        return operator.isPostfix();
    }

    @Override
    public boolean isInfix() {
        return operator.isInfix();
    }

    @Override
    public boolean isOperandLazy() {
        return operator.isOperandLazy();
    }
}
