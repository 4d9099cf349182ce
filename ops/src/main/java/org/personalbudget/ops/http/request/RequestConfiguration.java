package org.personalbudget.ops.http.request;

import java.util.List;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ledger.register.Register;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read: their bodies whole, their JSON strictly, their keys always. */
@Configuration(proxyBeanMethods = false)
public class RequestConfiguration {

    @Bean
    Desk desk(LedgerGateway ledger, Register register) {
        return new Desk(ledger, register);
    }

    /**
     * After security, so that nobody's body is read who has not signed in.
     *
     * @param request the most bytes of a body in JSON
     * @param file the most bytes of a file
     */
    @Bean
    FilterRegistrationBean<WholeBody> wholeBody(
            @Value("${ledger.http.largest-request:1MB}") DataSize request,
            @Value("${ledger.http.largest-file:160MB}") DataSize file) {
        FilterRegistrationBean<WholeBody> registration = new FilterRegistrationBean<>(new WholeBody(request, file));
        registration.setOrder(0);
        return registration;
    }

    @Bean
    WebMvcConfigurer strictRequests(Digest digest) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(ServerBuilder converters) {
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.mapper()));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallResolver(digest));
            }
        };
    }
}
