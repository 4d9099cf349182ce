package org.personalbudget.ops.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemErrorControllerTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatFailedBeforeAnythingWentOutIsAProblem() {
        assertThat(new ProblemErrorController().error(new MockHttpServletRequest(), response))
                .isNotNull();
    }

    @Test
    void nothingFollowsWhatHasGoneOutByHalf() {
        response.setCommitted(true);

        assertThat(new ProblemErrorController().error(new MockHttpServletRequest(), response))
                .isNull();
    }
}
