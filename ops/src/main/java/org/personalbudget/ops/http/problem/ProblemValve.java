package org.personalbudget.ops.http.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A problem instead of the server's own page for what is no request at all, such as an impossible URL. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            Problem problem = status < 500
                    ? Problem.of(status, "bad-request", "The request cannot be understood.")
                    : Problem.of(status, "internal-error", "Something went wrong on our side.");
            ProblemWriter.write(response.getResponse(), problem);
            response.finishResponse();
        } catch (IOException clientIsGone) {
            // Nobody is there to be told.
        }
    }

    /** Puts the valve where the server would put its own. */
    @Configuration(proxyBeanMethods = false)
    public static class Installed {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheServer() {
            return factory -> factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                    host.setErrorReportValveClass(ProblemValve.class.getName());
                }
            });
        }
    }
}
