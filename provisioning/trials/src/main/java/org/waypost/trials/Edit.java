package org.waypost.trials;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;

/** One change to the instructions of a method, as a slip of a programmer would have compiled. */
sealed interface Edit {

    /**
     * Changes every place it fits.
     *
     * @param changed counts them
     */
    CodeTransform transform(AtomicInteger changed);

    /** How many places are to be changed; any other number means that the method is no longer what it was. */
    int places();

    /** A number in the source was another. */
    record Constant(int was, int becomes, int places) implements Edit {
        @Override
        public CodeTransform transform(AtomicInteger changed) {
            return (code, element) -> {
                if (element instanceof ConstantInstruction constant && isThat(constant)) {
                    changed.incrementAndGet();
                    load(code, constant.typeKind());
                } else {
                    code.with(element);
                }
            };
        }

        private boolean isThat(ConstantInstruction constant) {
            return constant.constantValue() instanceof Number number && number.longValue() == was;
        }

        private void load(CodeBuilder code, TypeKind kind) {
            if (kind == TypeKind.LONG) {
                code.loadConstant((long) becomes);
            } else {
                code.loadConstant(becomes);
            }
        }
    }

    /** A comparison was another: less for less or equal, and so on. */
    record Comparison(Opcode was, Opcode becomes, int places) implements Edit {
        @Override
        public CodeTransform transform(AtomicInteger changed) {
            return (code, element) -> {
                if (element instanceof BranchInstruction branch && branch.opcode() == was) {
                    changed.incrementAndGet();
                    code.branch(becomes, branch.target());
                } else {
                    code.with(element);
                }
            };
        }
    }

    /** An operator was another. */
    record Operator(Opcode was, Opcode becomes, int places) implements Edit {
        @Override
        public CodeTransform transform(AtomicInteger changed) {
            return (code, element) -> {
                if (element instanceof OperatorInstruction operator && operator.opcode() == was) {
                    changed.incrementAndGet();
                    code.with(OperatorInstruction.of(becomes));
                } else {
                    code.with(element);
                }
            };
        }
    }

    /**
     * A call was forgotten: what it takes is dropped.
     *
     * @param answer what stands for its answer, if it has one
     */
    record Forgotten(String call, int answer, int places) implements Edit {
        @Override
        public CodeTransform transform(AtomicInteger changed) {
            return (code, element) -> {
                if (element instanceof InvokeInstruction invoke && invoke.name().equalsString(call)) {
                    changed.incrementAndGet();
                    drop(code, invoke);
                } else {
                    code.with(element);
                }
            };
        }

        private void drop(CodeBuilder code, InvokeInstruction invoke) {
            MethodTypeDesc type = invoke.typeSymbol();
            for (ClassDesc parameter : type.parameterList().reversed()) {
                pop(code, TypeKind.from(parameter));
            }
            if (invoke.opcode() != Opcode.INVOKESTATIC) {
                code.pop();
            }
            switch (TypeKind.from(type.returnType()).asLoadable()) {
                case VOID -> {}
                case INT -> code.loadConstant(answer);
                default -> throw new IllegalStateException("a call is forgotten whose answer is needed: " + invoke);
            }
        }

        private static void pop(CodeBuilder code, TypeKind kind) {
            if (kind.slotSize() == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        }
    }

    /** A check answers the same whatever it is asked. */
    record Answer(boolean always) implements Edit {
        @Override
        public CodeTransform transform(AtomicInteger changed) {
            return (code, element) -> {
                if (changed.compareAndSet(0, 1)) {
                    code.loadConstant(always ? 1 : 0).ireturn();
                }
                code.with(element);
            };
        }

        @Override
        public int places() {
            return 1;
        }
    }
}
